'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { PracticeLabAddDocument } from '../../graphql/generated/graphql.ts'
import { Button, type ButtonLook } from '../../ui/button.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useErrorText, useFailureText } from '../failures/index.ts'

interface PracticeLabOfferProps {
  readonly tenantId: string
  readonly look?: NonNullable<ButtonLook['look']>
  readonly stale: readonly string[]
}

/** Adds the practice lab's servers as endpoints and has them scanned. */
export function PracticeLabOffer({ tenantId, look = 'primary', stale }: PracticeLabOfferProps) {
  const t = useTranslations('practiceLab')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const add = useMutation({
    mutationFn: () => execute(PracticeLabAddDocument, { input: { tenantId } }),
    onSuccess: async ({ practiceLabAdd }) => {
      if (practiceLabAdd.__typename === 'UserErrors') {
        const [error] = practiceLabAdd.errors
        if (error) toast({ text: errorText(error) })
        return
      }
      toast({ text: t('added', { count: practiceLabAdd.endpoints.length }) })
      await Promise.all(stale.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
    },
    onError: (failure) => toast({ text: failureText(failure) }),
  })
  return (
    <Button look={look} busy={add.isPending} icon={<FlaskConical aria-hidden="true" />} onClick={() => add.mutate()}>
      {t('add')}
    </Button>
  )
}
