import type { Metadata } from 'next'
import { PolicyPage, policySources } from '../../../../../features/policies/index.ts'
import { TenantPoliciesDocument } from '../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../graphql/prefetched.tsx'
import { localeCodes } from '../../../../../i18n/locale-codes.ts'
import { requestPreferences, requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.policies') }
}

interface PoliciesPageProps {
  readonly params: Promise<{ readonly tenant: string }>
}

export default async function PoliciesPage({ params }: PoliciesPageProps) {
  const { tenant: slug } = await params
  const { locale } = await requestPreferences()
  const prefetch = new Prefetch()
  await prefetch.query(TenantPoliciesDocument, { slug, locale: localeCodes[locale] })
  return prefetch.wrap(<PolicyPage slug={slug} sources={policySources()} />)
}
