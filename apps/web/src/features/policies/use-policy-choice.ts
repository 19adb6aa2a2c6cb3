'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { PolicyChooseDocument } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useErrorText, useFailureText } from '../failures/index.ts'

export interface NamedPolicy {
  readonly id: string
  readonly title: string
}

interface Choice {
  readonly tenantId: string
  readonly policy: NamedPolicy
  /** The policy that the choice replaces, to go back to; null where this is the way back. */
  readonly before: NamedPolicy | null
}

/** Has a tenant judged by another policy, and offers to take that back. */
export function usePolicyChoice(onDone: () => void) {
  const t = useTranslations('policies')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const choice = useMutation({
    mutationFn: async ({ tenantId, policy }: Choice) =>
      (await execute(PolicyChooseDocument, { input: { tenantId, policyId: policy.id } })).policyChoose,
    onSuccess: async (result, { tenantId, policy, before }) => {
      if (result.__typename === 'UserErrors') {
        const [error] = result.errors
        if (error) toast({ text: errorText(error) })
        return
      }
      const undo = before && {
        label: t('undo'),
        run: () => choice.mutate({ tenantId, policy: before, before: null }),
      }
      toast({ text: t('chosen', { policy: policy.title }), ...(undo ? { action: undo } : {}) })
      onDone()
      await queryClient.invalidateQueries()
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
  return choice
}
