import type { Metadata } from 'next'
import { DomainsPage } from '../../../../../../features/domains/index.ts'
import { DomainsDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('domains.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(DomainsDocument, { slug })
  return prefetch.wrap(<DomainsPage slug={slug} />)
}
