import { expect, type Page, test } from '@playwright/test'
import { expectClean } from './clean.ts'
import { enter, owner, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

const guest = { email: 'guest@fabrikam.example', name: 'Guest of the practice tenant', password: 'seven quiet herons' }

async function openPeople(page: Page): Promise<void> {
  await enter(page)
  // A phone has no room for it in the bar: there the settings lead to it.
  await page.goto(`${page.url().replace(/\/$/, '')}/people`)
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
}

test('a person is invited, joins by the link, gets another role and is removed', async ({ page, browser }) => {
  await openPeople(page)
  await page.getByLabel('E-mail address').fill('nobody')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await page.getByLabel('E-mail address').fill(guest.email)
  await page.getByLabel('Membership ends').selectOption('30')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByText(/\/invitation\//).textContent()
  await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText(guest.email)
  await expectClean(page, 'people-invited')

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(`${portal()}${new URL(link ?? '').pathname}`)
  await expect(theirs.getByRole('heading', { name: `Join ${owner.tenant}` })).toBeVisible()
  await expect(theirs.getByText(`${owner.name} invites you. Your role will be: Reader.`)).toBeVisible()
  await theirs.getByLabel('Your name').fill(guest.name)
  await theirs.getByRole('textbox', { name: 'Password', exact: true }).fill(guest.password)
  await expectClean(theirs, 'invitation')
  await theirs.getByRole('button', { name: 'Join' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await theirs.getByRole('link', { name: 'People', exact: true }).first().click()
  await expect(theirs.getByText('Your role does not allow you to see who else belongs here.')).toBeVisible()

  await page.reload()
  await page.getByLabel(`Role of ${guest.name}`).selectOption('ADMIN')
  await expect(page.getByText(`The role of ${guest.name} is changed`)).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'Members' })).toBeVisible()
  await expect(theirs.getByLabel(`Role of ${owner.name}`)).toHaveCount(0)

  await page.getByRole('button', { name: `Remove ${guest.name}` }).click()
  await page.getByRole('button', { name: `Yes, remove ${guest.name}` }).click()
  await expect(page.getByText(`${guest.name} no longer belongs here`)).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'Members' })).toHaveCount(0)
})

test('the last owner stays, and an invitation is taken back', async ({ page, browser }) => {
  await openPeople(page)
  await page.getByRole('button', { name: `Remove ${owner.name}` }).click()
  await page.getByRole('button', { name: `Yes, remove ${owner.name}` }).click()
  await expect(page.getByText('Make somebody else an owner first.')).toBeVisible()
  await page.getByLabel('E-mail address').fill('second@fabrikam.example')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByText(/\/invitation\//).textContent()
  await page.getByRole('button', { name: 'Take back the invitation of second@fabrikam.example' }).click()
  await expect(page.getByText('The invitation is taken back')).toBeVisible()
  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(`${portal()}${new URL(link ?? '').pathname}`)
  await expect(theirs.getByText('This link is used up, taken back or too old.')).toBeVisible()
})

for (const [theme, width] of [
  ['dark', 1440],
  ['light', 390],
] as const) {
  test(`the page of people holds to WCAG in ${theme}, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme })
    await openPeople(page)
    await expect(page.getByRole('heading', { name: 'What the roles allow' })).toBeVisible()
    await expectClean(page, `people-${theme}-${width}`)
  })
}
