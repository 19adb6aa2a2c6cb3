import type { Metadata } from 'next'
import { RolesPage } from '../../../../../../features/roles/index.ts'
import { CustomRolesDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('roles.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(CustomRolesDocument, { slug })
  return prefetch.wrap(<RolesPage slug={slug} />)
}
