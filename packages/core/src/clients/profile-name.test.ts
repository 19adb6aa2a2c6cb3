import { expect, test } from 'vitest'
import { clients, ownClients, peers } from './index.ts'
import { profileName } from './profile-name.ts'

const all = [...clients, ...peers, ownClients]

test('no English word is left in a Danish name', () => {
  const english =
    /\b(with|without|before|on|and|or|to|later|older|default|switched|by|from|for|of|only|settings|values|update|list)\b/
  expect(all.map((one) => profileName(one, 'da')).filter((name) => english.test(name))).toEqual([])
})

test('the words around a product are translated, the product is not', () => {
  const named = (id: string) => all.filter((one) => one.id === id).map((one) => profileName(one, 'da'))[0]
  expect(named('outlook-windows-7')).toBe('Outlook 2010 til 2016 på Windows 7 uden KB3140245')
  expect(named('mfd-2015')).toBe('Printer eller scanner, firmware fra cirka 2015 (TLS 1.2, kun statisk RSA)')
  expect(named('exchange-2019')).toBe('Exchange 2019 (kun TLS 1.2 som standard)')
  expect(profileName({ name: 'Chrome and Edge 84' }, 'en')).toBe('Chrome and Edge 84')
})
