import type { Metadata } from 'next'
import { EndpointForm } from '../../../../../../features/endpoints/index.ts'
import { EndpointFormTenantDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.addEndpoint') }
}

export default async function NewEndpointPage({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(EndpointFormTenantDocument, { slug })
  return prefetch.wrap(<EndpointForm slug={slug} />)
}
