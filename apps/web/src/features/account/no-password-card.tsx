import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'

/** For whoever came through an organisation and has no password, nor with it a second factor. */
export function NoPasswordCard() {
  const t = useTranslations('account')
  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title={t('password')} note={t('noPassword')} />
      <p className="px-5 pb-5">
        <Link href="/forgot-password" className="text-link text-sm underline underline-offset-4">
          {t('choosePassword')}
        </Link>
      </p>
    </Card>
  )
}
