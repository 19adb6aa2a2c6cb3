import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HorizonFrame, SignInForm } from '../../../features/session/index.ts'
import { ServiceDown } from '../../../features/shell/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'
import { portalState } from '../../portal-state.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.signIn') }
}

export default async function SignInPage() {
  const state = await portalState()
  if (!state) return <ServiceDown />
  if (!state.setup.completed) redirect('/welcome')
  if (state.viewer) redirect('/')
  const t = await requestTranslator()
  return (
    <HorizonFrame title={t('session.signInTitle')} note={t('session.signInNote')}>
      <SignInForm />
    </HorizonFrame>
  )
}
