import type { ReactNode } from 'react'
import { SettingsFrame } from '../../../../../features/settings/index.ts'
import { SettingsTenantDocument } from '../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../graphql/prefetched.tsx'

interface SettingsLayoutProps {
  readonly params: Promise<{ readonly tenant: string }>
  readonly children: ReactNode
}

export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(SettingsTenantDocument, { slug })
  return prefetch.wrap(<SettingsFrame slug={slug}>{children}</SettingsFrame>)
}
