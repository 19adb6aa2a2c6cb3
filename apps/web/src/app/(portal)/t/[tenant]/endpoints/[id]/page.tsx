import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndpointReport, shownScan } from '../../../../../../features/reports/index.ts'
import { EndpointReportDocument, ScanReportDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { localeCodes } from '../../../../../../i18n/locale-codes.ts'
import { requestPreferences, requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.report') }
}

interface ReportPageProps {
  readonly params: Promise<{ readonly tenant: string; readonly id: string }>
  readonly searchParams: Promise<{ readonly scan?: string }>
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const { tenant: slug, id: encodedId } = await params
  const id = decodeURIComponent(encodedId)
  const locale = localeCodes[(await requestPreferences()).locale]
  const prefetch = new Prefetch()
  const report = await prefetch.query(EndpointReportDocument, { slug, id, locale })
  if (report && !report.tenant?.endpoint) notFound()
  const scans = report?.tenant?.endpoint?.scans.edges.map(({ node }) => node) ?? []
  const shown = shownScan(scans, (await searchParams).scan ?? null)
  if (shown) await prefetch.query(ScanReportDocument, { id: shown.id, locale })
  return prefetch.wrap(<EndpointReport slug={slug} id={id} />)
}
