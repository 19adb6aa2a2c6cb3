import type { Metadata } from 'next'
import { InvitationPage } from '../../../../features/people/index.ts'
import { ServiceDown } from '../../../../features/shell/index.ts'
import { execute } from '../../../../graphql/execute.ts'
import { OpenInvitationDocument } from '../../../../graphql/generated/graphql.ts'
import { onBehalfOfRequest } from '../../../../graphql/server.ts'
import { requestTranslator } from '../../../../i18n/server.ts'
import { portalState } from '../../../portal-state.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('people.invitationTitle') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const [{ token }, state] = await Promise.all([params, portalState()])
  if (!state) return <ServiceDown />
  const { invitation } = await execute(OpenInvitationDocument, { token }, await onBehalfOfRequest())
  return <InvitationPage token={token} signedInAs={state.viewer?.email ?? null} invitation={invitation} />
}
