/** A challenge in the page, from the question over similar ones and an answer to the accepted solution. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

describeInBrowser('challenges in the page', () => {
  it('are asked, solved in a form, and accepted', async () => {
    const [kofi, amina] = [await windows.open('kofi'), await windows.open('amina')];
    await kofi.command(
      '/challenge post title:Celery tasks run twice details:Each email goes out two times. tags:celery',
    );
    await amina.press('Celery tasks run twice', /Solve/);
    const form = amina.page.getByRole('dialog');
    await form.getByRole('textbox').first().fill('Raise the visibility timeout of the broker.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await kofi.press(/Raise the visibility timeout[^]*Accept/, 'Accept');
    await kofi.message(/is solved/).waitFor();
    // The challenge's own card tells it too, to everybody.
    await amina.message(/Celery tasks run twice.*Solved challenge/s).waitFor();
    expect([...kofi.complaints, ...amina.complaints]).toEqual([]);
    await kofi.close();
    await amina.close();
  });

  it('show who is about to ask what solved something like it', async () => {
    const wanjiru = await windows.open('wanjiru');
    await wanjiru.command(
      '/challenge post title:My Celery task runs twice details:Two emails for each order. tags:celery',
    );
    const similar = wanjiru.message('Before you post');
    await similar.getByText('Celery tasks run twice').waitFor();
    await similar.getByText('Only you can see this').waitFor();
    await similar.getByRole('button', { name: 'This solves it' }).first().waitFor();
    await similar.getByRole('button', { name: 'Post anyway' }).click();
    await wanjiru.message('My Celery task runs twice').getByRole('button', { name: /Solve/ }).waitFor();
    await wanjiru.close();
  });

  it('open a thread to talk in, beside the channel', async () => {
    const amina = await windows.open('amina');
    await amina.press('My Celery task runs twice', /Discuss/);
    await amina.page
      .getByRole('button', { name: /My Celery task runs twice/ })
      .last()
      .click();
    const box = amina.page.getByRole('textbox', { name: /^Message .*My Celery task/ });
    await box.fill('Is acks_late on?');
    await box.press('Enter');
    await amina.message('Is acks_late on?').waitFor();
    await amina.close();
  });
});
