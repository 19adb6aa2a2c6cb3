import type { Metadata } from 'next'
import { AccessPage } from '../../../../../../features/partners/index.ts'
import { PartnerAccessDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('partners.accessTitle') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(PartnerAccessDocument, { slug })
  return prefetch.wrap(<AccessPage slug={slug} />)
}
