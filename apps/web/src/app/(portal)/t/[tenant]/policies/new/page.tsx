import type { Metadata } from 'next'
import { limitChoices, PolicyForm, ruleTitles } from '../../../../../../features/policies/index.ts'
import { PolicyFormDocument } from '../../../../../../graphql/generated/graphql.ts'
import { Prefetch } from '../../../../../../graphql/prefetched.tsx'
import { localeCodes } from '../../../../../../i18n/locale-codes.ts'
import { requestPreferences, requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.newPolicy') }
}

interface NewPolicyPageProps {
  readonly params: Promise<{ readonly tenant: string }>
  readonly searchParams: Promise<{ readonly from?: string }>
}

export default async function NewPolicyPage({ params, searchParams }: NewPolicyPageProps) {
  const { tenant: slug } = await params
  const { from } = await searchParams
  const { locale } = await requestPreferences()
  const prefetch = new Prefetch()
  await prefetch.query(PolicyFormDocument, { slug, locale: localeCodes[locale] })
  return prefetch.wrap(
    <PolicyForm slug={slug} from={from ?? null} titles={ruleTitles(locale)} choices={limitChoices()} />,
  )
}
