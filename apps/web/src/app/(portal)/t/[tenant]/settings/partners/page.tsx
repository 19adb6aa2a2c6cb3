import type { Metadata } from 'next'
import { PartnersPage } from '../../../../../../features/partners/index.ts'
import { PartnersDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('partners.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(PartnersDocument, { slug })
  return prefetch.wrap(<PartnersPage slug={slug} />)
}
