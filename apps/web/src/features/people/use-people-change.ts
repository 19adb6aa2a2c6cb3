'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { execute } from '../../graphql/execute.ts'
import type { TypedDocumentString, UserErrorListFragment } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useErrorText, useFailureText } from '../failures/index.ts'

type Result = { readonly __typename: string } & Partial<UserErrorListFragment>

/** Runs a change of people, says why not or `done`, and reads the page again. */
export function usePeopleChange<Input>(
  document: TypedDocumentString<Readonly<Record<string, unknown>>, { input: Input }>,
  done: string,
) {
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => execute(document, { input }),
    onSuccess: async (data) => {
      const result = Object.values(data)[0] as Result
      const [error] = result.errors ?? []
      toast({ text: error ? errorText(error) : done })
      await queryClient.invalidateQueries({ queryKey: ['People'] })
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
}
