import type { Metadata } from 'next'
import { InvitationForm } from '../../../../features/people/index.ts'
import { HorizonFrame } from '../../../../features/session/index.ts'
import { ServiceDown } from '../../../../features/shell/index.ts'
import { requestTranslator } from '../../../../i18n/server.ts'
import { portalState } from '../../../portal-state.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('people.invitationTitle') }
}

export default async function InvitationPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const [{ token }, state, t] = await Promise.all([params, portalState(), requestTranslator()])
  if (!state) return <ServiceDown />
  return (
    <HorizonFrame title={t('people.invitationTitle')} note={t('people.invitationNote')}>
      <InvitationForm token={token} signedInAs={state.viewer?.email ?? null} />
    </HorizonFrame>
  )
}
