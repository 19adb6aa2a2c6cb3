'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Brand } from '../../ui/brand.tsx'
import { LanguageLinks } from '../preferences/index.ts'

interface HorizonFrameProps {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}

/** The two pages that are seen before signing in: the dusk on one side, the form on the other. */
export function HorizonFrame({ title, note, children }: HorizonFrameProps) {
  const t = useTranslations('session')
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(24rem,5fr)_7fr]">
      <aside className="horizon flex flex-col justify-between gap-6 px-6 py-6 text-rail-ink lg:p-12">
        <Brand />
        <div className="hidden max-w-md lg:mb-[18vh] lg:block">
          <p className="text-balance font-semibold text-4xl leading-[1.15] tracking-tight">{t('promise')}</p>
          <p className="mt-4 text-lg text-rail-ink/85">{t('promiseNote')}</p>
        </div>
      </aside>
      <main id="main" className="grid content-center justify-items-center px-5 py-10 sm:px-10">
        <div className="w-full max-w-md">
          <h1 className="font-semibold text-3xl tracking-tight">{title}</h1>
          <p className="mt-2 mb-8 text-ink-soft">{note}</p>
          {children}
          <div className="mt-10 flex gap-4 border-line border-t pt-4">
            <LanguageLinks />
          </div>
        </div>
      </main>
    </div>
  )
}
