import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { portalState } from '../../../portal-state.ts'

interface TenantLayoutProps {
  readonly params: Promise<{ readonly tenant: string }>
  readonly children: ReactNode
}

export default async function TenantLayout({ params, children }: TenantLayoutProps) {
  const { tenant } = await params
  const state = await portalState()
  const reachable = state?.viewer?.tenants.edges.some(({ node }) => node.slug === tenant)
  if (state?.viewer && !reachable) notFound()
  return children
}
