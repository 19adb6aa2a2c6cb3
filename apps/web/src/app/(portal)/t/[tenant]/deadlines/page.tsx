import { clouds, deadlines } from '@sundown/core/deadlines'
import type { Metadata } from 'next'
import { DeadlineTimeline, timelineOf } from '../../../../../features/deadlines/index.ts'
import { requestTranslator } from '../../../../../i18n/server.ts'

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
  const cloud = clouds.find((each) => each === wanted) ?? 'worldwide'
  return (
    <DeadlineTimeline
      path={`/t/${tenant}/deadlines`}
      cloud={cloud}
      clouds={clouds}
      timeline={timelineOf(deadlines, cloud, new Date())}
    />
  )
}
