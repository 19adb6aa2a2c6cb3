import { notFound, redirect } from 'next/navigation'
import { portalState } from '../portal-state.ts'

export default async function StartPage() {
  const state = await portalState()
  if (!state?.viewer) return null
  const [first] = state.viewer.tenants.edges
  if (!first) notFound()
  redirect(`/t/${first.node.slug}`)
}
