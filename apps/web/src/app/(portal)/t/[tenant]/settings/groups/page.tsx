import type { Metadata } from 'next'
import { GroupsPage } from '../../../../../../features/groups/index.ts'
import { GroupsDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('groups.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(GroupsDocument, { slug })
  return prefetch.wrap(<GroupsPage slug={slug} />)
}
