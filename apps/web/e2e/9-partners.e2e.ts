import { expect, type Page, test } from '@playwright/test'
import { expectClean } from './clean.ts'
import { enter, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

const technician = {
  email: 'technician@adatum.example',
  name: 'Technician of the practice partner',
  password: 'nine slow lanterns',
}
let theirs: Page
let customerBase: string
let customerId: string

test('a partner is founded, and its first technician joins', async ({ page, browser }) => {
  await enter(page)
  customerBase = `${portal()}/t/fabrikam`
  await page.goto(`${customerBase}/settings/partners`)
  await expect(page.getByText('No partner is let in')).toBeVisible()
  await expectClean(page, 'partners-empty')
  customerId = (await page.getByText(/^Tenant_/).textContent()) ?? ''

  await page
    .getByRole('button', { name: /^Organisation: / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'New organisation' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Adatum Services')
  await page.getByText('Partner', { exact: true }).click()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page).toHaveURL(/\/t\/adatum-services$/)
  await page.goto(`${portal()}/t/adatum-services/people`)
  await page.getByLabel('E-mail address').fill(technician.email)
  await page.getByLabel('Role', { exact: true }).selectOption('ADMIN')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByText(/\/invitation\//).textContent()

  theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await theirs.goto(`${portal()}${new URL(link ?? '').pathname}`)
  await expect(theirs.getByRole('heading', { name: 'Join Adatum Services' })).toBeVisible()
  await theirs.getByLabel('Your name').fill(technician.name)
  await theirs.getByRole('textbox', { name: 'Password', exact: true }).fill(technician.password)
  await theirs.getByRole('button', { name: 'Join' }).click()
  await expect(theirs).toHaveURL(/\/t\/adatum-services$/)
})

test('the partner asks, the customer lets it in with less, and a group of technicians looks after it', async ({
  page,
}) => {
  await theirs.getByRole('link', { name: 'Customers', exact: true }).first().click()
  await expect(theirs.getByText('No customer yet')).toBeVisible()
  await theirs.getByRole('button', { name: 'Ask for access' }).click()
  await theirs.getByLabel('Identifier of the customer').fill('Tenant_nobody')
  await theirs.getByLabel('What you call the customer').fill('Fabrikam')
  await theirs.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(theirs.getByText('There is no organisation with this identifier.')).toBeVisible()
  await theirs.getByLabel('Identifier of the customer').fill(customerId)
  await theirs.getByLabel('May be at most').selectOption('ADMIN')
  await theirs.getByLabel('What for? (optional)').fill('To keep your mail servers ready.')
  await theirs.getByLabel('Only these endpoints or groups (optional)').fill('mail.example.com')
  await theirs.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(theirs.getByText('Not the identifier of an endpoint or a group of this customer.')).toBeVisible()
  await expectClean(theirs, 'partner-asks')
  await theirs.getByLabel('Only these endpoints or groups (optional)').fill('')
  await theirs.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(theirs.getByText('Fabrikam is asked')).toBeVisible()

  await enter(page)
  await page.goto(`${customerBase}/settings/partners`)
  await expect(page.getByText('To keep your mail servers ready.')).toBeVisible()
  await expectClean(page, 'partner-request')
  await page.getByRole('button', { name: 'Let in: Adatum Services' }).click()
  await page.getByLabel('May be at most').selectOption('VIEWER')
  await page.getByLabel('For', { exact: true }).selectOption('30')
  await expectClean(page, 'partner-approve')
  await page.getByRole('dialog').getByRole('button', { name: 'Let in' }).click()
  await expect(page.getByText('Adatum Services is let in')).toBeVisible()

  await theirs.goto(`${portal()}/t/adatum-services/settings/access`)
  await expect(theirs.getByText('Looked after by nobody yet')).toBeVisible()
  await theirs.getByRole('button', { name: 'New group' }).click()
  await theirs.getByLabel('Name', { exact: true }).fill('North')
  await theirs.getByRole('checkbox', { name: technician.name }).check()
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByText('North is saved')).toBeVisible()
  await theirs.getByRole('button', { name: 'Technicians for Fabrikam' }).click()
  await theirs.getByLabel('Role of North').selectOption('VIEWER')
  await expect(theirs.getByLabel('Role of North')).toHaveValue('VIEWER')
  await theirs.keyboard.press('Escape')
  await expect(theirs.getByText('Looked after by North')).toBeVisible()
  await expectClean(theirs, 'partner-access')
})

test('the technician works there under a banner, and the customer sees what was looked at', async ({ page }) => {
  await theirs.goto(`${portal()}/t/adatum-services/customers`)
  await expectClean(theirs, 'portfolio')
  await theirs.getByRole('link', { name: 'Fabrikam' }).click()
  await expect(theirs.getByText('You work in Fabrikam on behalf of Adatum Services.')).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Add endpoint' })).toHaveCount(0)
  await theirs.getByRole('link', { name: 'Endpoints', exact: true }).first().click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Endpoints' })).toBeVisible()
  await expectClean(theirs, 'on-behalf')

  await enter(page)
  await page.goto(`${customerBase}/settings/partners`)
  await page.getByRole('link', { name: 'What they did: Adatum Services' }).click()
  await expect(page.getByRole('button', { name: /Looked at the list of endpoints/ }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: `${technician.name} Adatum Services` }).first()).toBeVisible()
  await expectClean(page, 'audit-partner')
})

test('the customer ends it at once', async ({ page }) => {
  await enter(page)
  await page.goto(`${customerBase}/settings/partners`)
  await page.getByRole('button', { name: 'End the access: Adatum Services' }).click()
  await page.getByRole('button', { name: 'End the access', exact: true }).click()
  await expect(page.getByText('Adatum Services is no longer let in')).toBeVisible()
  await theirs.goto(customerBase)
  await expect(theirs.getByText('There is nothing here')).toBeVisible()
})

test('the partner creates a customer, sees it in its portfolio and hands it over', async () => {
  await theirs.goto(`${portal()}/t/adatum-services/customers`)
  await theirs.getByRole('button', { name: 'New customer' }).click()
  await theirs.getByLabel('Name of the customer').fill('Litware')
  await theirs.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(theirs.getByText('Litware is created')).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Litware' })).toBeVisible()
  await theirs.goto(`${portal()}/t/adatum-services/settings/access`)
  await theirs.getByRole('button', { name: 'Hand over: Litware' }).click()
  await theirs.getByLabel('E-mail address').fill('owner@litware.example')
  await theirs.getByRole('button', { name: 'Invite the owner' }).click()
  await expect(theirs.getByText(/\/invitation\//)).toBeVisible()
  await theirs.keyboard.press('Escape')

  await theirs.getByRole('button', { name: 'New customer' }).click()
  await theirs.getByLabel('Name of the customer').fill('Mistyped')
  await theirs.getByRole('button', { name: 'Create', exact: true }).click()
  await theirs.getByRole('button', { name: 'Delete the customer: Mistyped' }).click()
  await theirs.getByLabel('Write its name, to be sure').fill('Mistaken')
  await theirs.getByRole('button', { name: 'Delete the customer', exact: true }).click()
  await expect(theirs.getByText('This is not the name.')).toBeVisible()
  await expectClean(theirs, 'partner-discards')
  await theirs.getByLabel('Write its name, to be sure').fill('Mistyped')
  await theirs.getByRole('button', { name: 'Delete the customer', exact: true }).click()
  await expect(theirs.getByText('Mistyped is deleted')).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Delete the customer: Mistyped' })).toHaveCount(0)
  for (const [theme, width] of [
    ['dark', 375],
    ['light', 1280],
  ] as const) {
    await theirs.setViewportSize({ width, height: 900 })
    await theirs.emulateMedia({ colorScheme: theme })
    for (const path of ['/customers', '/settings/access']) {
      await theirs.goto(`${portal()}/t/adatum-services${path}`)
      await expect(theirs.getByText('Litware').first()).toBeVisible()
      await expectClean(theirs, `partner${path.replaceAll('/', '-')}-${theme}-${width}`)
    }
  }
})
