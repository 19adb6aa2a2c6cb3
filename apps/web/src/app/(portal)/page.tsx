import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { preferenceCookies } from '../../i18n/locales.ts'
import { portalState } from '../portal-state.ts'

/** Leads to the organisation that this browser showed last, or to the first by name. */
export default async function StartPage() {
  const state = await portalState()
  if (!state?.viewer) return null
  const slugs = state.viewer.tenants.edges.map(({ node }) => node.slug)
  const last = (await cookies()).get(preferenceCookies.tenant)?.value
  const slug = slugs.find((each) => each === last) ?? slugs[0]
  if (!slug) notFound()
  redirect(`/t/${slug}`)
}
