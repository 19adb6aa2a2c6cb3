'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { execute } from '../../graphql/execute.ts'
import type { TypedDocumentString, UserErrorListFragment } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { errorsByField } from './field-errors.ts'
import { useErrorText, useFailureText } from './use-error-text.ts'

type Refusal = { readonly __typename: 'UserErrors' } & UserErrorListFragment

/** What a mutation answers when it was done. */
type PayloadOf<Data> = Exclude<Data[keyof Data], { readonly __typename: 'UserErrors' }>

interface ChangeOptions<Data, Input> {
  /** Names of the queries to read again. */
  readonly stale: readonly string[]
  /** Fields of the form; what goes wrong with anything else is a problem of the whole. */
  readonly fields?: readonly string[]
  /** Says in a passing message what went wrong, where no form stands by. */
  readonly aloud?: boolean
  readonly onDone?: (payload: PayloadOf<Data>, input: Input) => void
}

/** One mutation with its way back to the page: what a field did wrong, what failed as a whole, and what to read again. */
export function useChange<Data extends object, Input>(
  document: TypedDocumentString<Data, { input: Input }>,
  { stale, fields = [], aloud = false, onDone }: ChangeOptions<Data, Input>,
) {
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: async (input: Input) => Object.values(await execute(document, { input }))[0] as Data[keyof Data],
    onSuccess: async (answer, input) => {
      const [error] = refused(answer)
      if (error) {
        if (aloud) toast({ text: errorText(error) })
        return
      }
      onDone?.(answer as PayloadOf<Data>, input)
      await Promise.all(stale.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
    },
    onError: (failure) => {
      if (aloud) toast({ text: failureText(failure) })
    },
  })
  const errors = errorsByField(refused(mutation.data), fields)
  const whole = mutation.isError ? failureText(mutation.error) : errors.rest[0] ? errorText(errors.rest[0]) : null
  return {
    run: (input: Input) => {
      if (!mutation.isPending) mutation.mutate(input)
    },
    busy: mutation.isPending,
    reset: mutation.reset,
    /** What went wrong as a whole. */
    problem: aloud ? null : whole,
    /** What is wrong with one field. */
    errorOf: (field: string) => (errors.fields[field] ? errorText(errors.fields[field]) : null),
    /** Its code, for words that know the field. */
    codeOf: (field: string) => errors.fields[field]?.code ?? null,
  }
}

const refused = (answer: unknown): UserErrorListFragment['errors'] =>
  (answer as Refusal | undefined)?.__typename === 'UserErrors' ? (answer as Refusal).errors : []
