'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { ScanRequestDocument } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useErrorText, useFailureText } from '../failures/index.ts'

/** Asks for scans and says what came of it; the screen then follows by the tenant's activity. */
export function useScanRequest(stale: readonly string[]) {
  const t = useTranslations('scans')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (endpointIds: readonly string[]) =>
      execute(ScanRequestDocument, { input: { endpointIds: [...endpointIds] } }),
    onSuccess: async ({ scanRequest }) => {
      if (scanRequest.__typename === 'UserErrors') {
        const [error] = scanRequest.errors
        if (error) toast({ text: errorText(error) })
        return
      }
      toast({ text: t('requested', { count: scanRequest.scans.length }) })
      await Promise.all(stale.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
}
