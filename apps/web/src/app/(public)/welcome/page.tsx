import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HorizonFrame, SetupForm } from '../../../features/session/index.ts'
import { ServiceDown } from '../../../features/shell/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'
import { portalState } from '../../portal-state.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.welcome') }
}

export default async function WelcomePage() {
  const state = await portalState()
  if (!state) return <ServiceDown />
  if (state.setup.completed) redirect('/')
  const t = await requestTranslator()
  return (
    <HorizonFrame title={t('session.welcome')} note={t('session.welcomeNote')}>
      <SetupForm />
    </HorizonFrame>
  )
}
