import type { Metadata } from 'next'
import { AuditPage } from '../../../../../../features/audit/index.ts'
import { requestTranslator } from '../../../../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('audit.title') }
}

export default async function Page({ params }: { readonly params: Promise<{ readonly tenant: string }> }) {
  return <AuditPage slug={(await params).tenant} />
}
