import type { Metadata } from 'next'
import { AccountPage } from '../../../features/account/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('account.title') }
}

interface PageProps {
  readonly searchParams: Promise<{
    readonly verified?: string
    readonly error?: string
    readonly organisation?: string
  }>
}

export default async function Page({ searchParams }: PageProps) {
  const { verified, error, organisation } = await searchParams
  const visit = error !== undefined ? 'FAILED' : verified !== undefined ? 'VERIFIED' : null
  return <AccountPage visit={visit} organisation={organisation} />
}
