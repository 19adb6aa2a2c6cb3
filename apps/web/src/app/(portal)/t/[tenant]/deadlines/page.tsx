import type { Metadata } from 'next'
import { clouds, DeadlineTimeline } from '../../../../../features/deadlines/index.ts'
import { DeadlineHistoryDocument } from '../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../graphql/prefetched.tsx'
import { localeCodes } from '../../../../../i18n/locale-codes.ts'
import { requestPreferences, requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.deadlines') }
}

interface DeadlinesPageProps {
  readonly params: Promise<{ readonly tenant: string }>
  readonly searchParams: Promise<{ readonly cloud?: string }>
}

export default async function DeadlinesPage({ params, searchParams }: DeadlinesPageProps) {
  const { tenant } = await params
  const wanted = (await searchParams).cloud
  const { locale } = await requestPreferences()
  const prefetch = new Prefetch()
  await prefetch.query(DeadlineHistoryDocument, { locale: localeCodes[locale] })
  const cloud = clouds.find((each) => each === wanted) ?? 'WORLDWIDE'
  return prefetch.wrap(<DeadlineTimeline path={`/t/${tenant}/deadlines`} cloud={cloud} />)
}
