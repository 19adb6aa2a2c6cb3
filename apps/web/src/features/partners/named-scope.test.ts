import { expect, test } from 'vitest'
import { namedScope } from './named-scope.ts'

test('nothing written asks for everything', () => {
  expect(namedScope(' \n ')).toBeNull()
})

test('endpoints and groups are told apart, also inside the address of a page', () => {
  const text = 'Endpoint_a-b, https://portal.example/t/contoso/endpoints/Endpoint_c\nEndpointGroup_d_e'
  expect(namedScope(text)).toEqual({
    include: { groupIds: ['EndpointGroup_d_e'], endpointIds: ['Endpoint_a-b', 'Endpoint_c'] },
  })
})

test('a word that names nothing is not left out', () => {
  expect(namedScope('mail.example.com')).toEqual({ include: { groupIds: [], endpointIds: ['mail.example.com'] } })
})
