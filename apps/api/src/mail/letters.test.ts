import { expect, test } from 'vitest'
import { locales } from '../locale.ts'
import { invitationLetter } from './letters.ts'

const about = { to: 'a@example.com', link: 'https://s.example/invitation/x', inviter: 'Astrid', until: new Date(0) }

test.each(locales)(
  'an invitation in %s says who asks, where to, by when, with the link alone on its line',
  (locale) => {
    const { subject, text } = invitationLetter({ ...about, locale, tenant: 'Fabrikam' })
    expect(subject).toContain('Fabrikam')
    expect(text).toContain('Astrid')
    expect(text).toContain('1970')
    expect(text.split('\n')).toContain(about.link)
  },
)

test('a name of several lines makes no second line of the subject', () => {
  const { subject } = invitationLetter({ ...about, locale: 'en', tenant: 'Fabrikam\r\nBcc: everybody@example.com' })
  expect(subject).not.toMatch(/[\r\n]/)
})
