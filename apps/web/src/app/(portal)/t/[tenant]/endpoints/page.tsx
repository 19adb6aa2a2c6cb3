import type { Metadata } from 'next'
import { EndpointList, listVariables, readListState } from '../../../../../features/endpoints/index.ts'
import { EndpointListDocument } from '../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.endpoints') }
}

interface EndpointsPageProps {
  readonly params: Promise<{ readonly tenant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function EndpointsPage({ params, searchParams }: EndpointsPageProps) {
  const { tenant: slug } = await params
  const wanted = await searchParams
  const state = readListState({ get: (name) => [wanted[name]].flat()[0] ?? null })
  const prefetch = new Prefetch()
  await prefetch.query(EndpointListDocument, listVariables(slug, state))
  return prefetch.wrap(<EndpointList slug={slug} />)
}
