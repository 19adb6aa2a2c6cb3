'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { EndpointDeleteDocument, EndpointRestoreDocument } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useErrorText, useFailureText } from '../failures/index.ts'

interface Named {
  readonly id: string
  readonly address: string
}

/** Deletes endpoints at once and offers to take it back, instead of asking first. */
export function useEndpointDelete(onDone?: () => void) {
  const t = useTranslations('endpoints')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all(['EndpointList', 'Overview'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
  const restore = useMutation({
    mutationFn: (gone: readonly Named[]) =>
      Promise.all(gone.map(({ id }) => execute(EndpointRestoreDocument, { input: { id } }))),
    onSuccess: async (results) => {
      const refused = results.flatMap(({ endpointRestore: result }) =>
        result.__typename === 'UserErrors' ? result.errors : [],
      )
      toast({ text: refused[0] ? errorText(refused[0]) : t('restored', { count: results.length }) })
      await refresh()
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
  return useMutation({
    mutationFn: (endpoints: readonly Named[]) =>
      Promise.all(endpoints.map(({ id }) => execute(EndpointDeleteDocument, { input: { id } }))),
    onSuccess: async (results, endpoints) => {
      const refused = results.flatMap(({ endpointDelete: result }) =>
        result.__typename === 'UserErrors' ? result.errors : [],
      )
      const gone = endpoints.filter((_, index) => results[index]?.endpointDelete.__typename === 'EndpointDeletePayload')
      if (refused[0]) toast({ text: errorText(refused[0]) })
      if (gone.length > 0) {
        toast({
          text: t('deleted', { count: gone.length, address: gone[0]?.address ?? '' }),
          action: { label: t('undo'), run: () => restore.mutate(gone) },
        })
        onDone?.()
      }
      await refresh()
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
}
