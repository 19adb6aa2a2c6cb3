import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test('a path of the portal is kept with its query', () => {
  expect(returnPath('/t/acme/endpoints?q=mail')).toBe('/t/acme/endpoints?q=mail')
})

test.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
])('anything that leads elsewhere becomes the start page: %j', (wanted) => {
  expect(returnPath(wanted)).toBe('/')
})
