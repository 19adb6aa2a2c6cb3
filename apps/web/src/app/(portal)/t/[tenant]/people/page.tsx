import type { Metadata } from 'next'
import { PeoplePage } from '../../../../../features/people/index.ts'
import { requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('people.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  return <PeoplePage slug={(await params).tenant} />
}
