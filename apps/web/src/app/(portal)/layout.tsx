import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppShell, ServiceDown } from '../../features/shell/index.ts'
import { portalState } from '../portal-state.ts'

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const state = await portalState()
  if (!state) return <ServiceDown />
  if (!state.setup.completed) redirect('/welcome')
  if (!state.viewer) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  const { name, email, tenants } = state.viewer
  return (
    <AppShell viewer={{ name, email }} tenants={tenants.edges.map(({ node }) => node)}>
      {children}
    </AppShell>
  )
}
