import type { Metadata } from 'next'
import { ForgotForm, HorizonFrame } from '../../../features/session/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('account.forgotTitle') }
}

export default async function ForgotPasswordPage() {
  const t = await requestTranslator()
  return (
    <HorizonFrame title={t('account.forgotTitle')} note={t('account.forgotNote')}>
      <ForgotForm />
    </HorizonFrame>
  )
}
