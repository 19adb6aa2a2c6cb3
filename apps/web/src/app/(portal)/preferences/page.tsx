import type { Metadata } from 'next'
import { PreferencesPage } from '../../../features/preferences/index.ts'
import { requestPreferences, requestTranslator } from '../../../i18n/server.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator())('titles.preferences') }
}

export default async function Page() {
  const { theme } = await requestPreferences()
  return <PreferencesPage theme={theme} />
}
