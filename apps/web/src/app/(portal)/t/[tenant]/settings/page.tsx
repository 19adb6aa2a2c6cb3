import type { Metadata } from 'next'
import { GeneralPage } from '../../../../../features/settings/index.ts'
import { requestTranslator } from '../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('settings.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  return <GeneralPage slug={(await params).tenant} />
}
