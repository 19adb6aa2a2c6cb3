import type { Metadata } from 'next'
import { PortfolioPage } from '../../../../../features/portfolio/index.ts'
import { PortfolioDocument } from '../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../graphql/prefetched.tsx'
import { requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('portfolio.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  const { tenant: slug } = await params
  const prefetch = new Prefetch()
  await prefetch.query(PortfolioDocument, { slug })
  return prefetch.wrap(<PortfolioPage slug={slug} />)
}
