import type { Metadata } from 'next'
import { Overview } from '../../../../features/overview/index.ts'
import { OverviewDocument } from '../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../graphql/prefetched.tsx'
import { localeCodes } from '../../../../i18n/locale-codes.ts'
import { requestPreferences, requestTranslator } from '../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.overview') }
}

export default async function OverviewPage({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const { locale } = await requestPreferences()
  const prefetch = new Prefetch()
  await prefetch.query(OverviewDocument, { slug, locale: localeCodes[locale] })
  return prefetch.wrap(<Overview slug={slug} />)
}
