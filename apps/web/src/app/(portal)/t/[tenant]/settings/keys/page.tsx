import type { Metadata } from 'next'
import { KeysPage } from '../../../../../../features/api-keys/index.ts'
import { ApiKeysDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('keys.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(ApiKeysDocument, { slug })
  return prefetch.wrap(<KeysPage slug={slug} />)
}
