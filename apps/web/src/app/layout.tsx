import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { messages } from '../i18n/messages.ts'
import { requestPreferences, requestTranslator } from '../i18n/server.ts'
import { Providers } from './providers.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslator()
  return {
    title: { default: t('titles.portal'), template: t('titles.template') },
    description: t('titles.description'),
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#1c1640' },
    { media: '(prefers-color-scheme: dark)', color: '#0c0a17' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { locale, theme, timeZone } = await requestPreferences()
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <Providers locale={locale} messages={messages[locale]} timeZone={timeZone} now={Date.now()} nonce={nonce}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
