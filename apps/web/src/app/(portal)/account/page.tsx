import type { Metadata } from 'next'
import { AccountPage } from '../../../features/account/index.ts'
import { requestTranslator } from '../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('account.title') }
}

interface PageProps {
  readonly searchParams: Promise<{ readonly verified?: string; readonly error?: string }>
}

export default async function Page({ searchParams }: PageProps) {
  const { verified, error } = await searchParams
  return <AccountPage visit={error !== undefined ? 'FAILED' : verified !== undefined ? 'VERIFIED' : null} />
}
