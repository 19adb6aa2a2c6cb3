import type { Metadata } from 'next'
import { SignInSettingsPage } from '../../../../../../features/identity-providers/index.ts'
import { IdentityProvidersDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('providers.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(IdentityProvidersDocument, { slug })
  return prefetch.wrap(<SignInSettingsPage slug={slug} />)
}
