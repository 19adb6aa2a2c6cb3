'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useToast } from '../../ui/toasts.tsx'
import { signOut } from './sign-in.ts'

/** Signs out, forgets everything that was read, and shows the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations('session')
  const router = useRouter()
  const queryClient = useQueryClient()
  const toast = useToast()
  return async () => {
    if (!(await signOut())) return toast({ text: t('signOutFailed') })
    queryClient.clear()
    router.replace('/sign-in')
    router.refresh()
  }
}
