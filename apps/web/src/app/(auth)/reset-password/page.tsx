import type { Metadata } from 'next'
import { HorizonFrame, ResetForm } from '../../../features/session/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('account.resetTitle') }
}

export default async function ResetPasswordPage() {
  const t = await requestTranslator()
  return (
    <HorizonFrame title={t('account.resetTitle')} note={t('account.resetNote')}>
      <ResetForm />
    </HorizonFrame>
  )
}
