import type { Metadata } from 'next'
import { DataPage } from '../../../../../../features/settings/index.ts'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('settings.entries.data') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  return <DataPage slug={(await params).tenant} />
}
