/** Where the cohort got stuck in its second week, and what helped: too many queries, uploads and fonts. */
import { lines } from './lines.js';
import type { Act } from './types.js';

export const challengesOfWeek1: Act[] = [
  {
    at: { week: 1, day: 0, time: '11:30' },
    by: 'kwame',
    act: 'challenge',
    key: 'n-plus-one',
    title: 'Listing 50 products runs 151 queries. Where do they come from?',
    details:
      'The view is a plain `ModelViewSet` with `Product.objects.all()`. The serializer shows the category’s name, the seller’s name and the first image. django-debug-toolbar counts 151 queries and 800 ms. With 5 products it felt instant.',
    tags: ['django', 'drf', 'n+1', 'performance'],
  },
  {
    at: { week: 1, day: 0, time: '13:45' },
    by: 'amina',
    act: 'solve',
    key: 'n-plus-one-related',
    challenge: 'n-plus-one',
    solution: lines(
      'One for the list, then category, seller and image for each row: 1 + 3 × 50. Join the single ones, fetch the many in one extra query:',
      '```python',
      'Product.objects.select_related("category", "seller").prefetch_related(',
      '    Prefetch("images", queryset=Image.objects.order_by("position"), to_attr="sorted_images")',
      ')',
      '```',
      'In the serializer use `product.sorted_images[0]`. A `.filter()` or `.first()` on `product.images` there would ask the database again and ignore the prefetch. That leaves two queries.',
    ),
    link: 'https://docs.djangoproject.com/en/stable/ref/models/querysets/#prefetch-related',
  },
  {
    at: { week: 1, day: 0, time: '16:30' },
    by: 'nour',
    act: 'solve',
    key: 'n-plus-one-annotate',
    challenge: 'n-plus-one',
    solution:
      'If numbers come next (reviews, likes), do not count in the serializer either: `.annotate(review_count=Count("reviews", distinct=True))` brings them along. The `distinct` matters as soon as you annotate over two relations, since the joins multiply.',
  },
  {
    at: { week: 1, day: 1, time: '09:15' },
    by: 'kwame',
    act: 'accept',
    solution: 'n-plus-one-related',
  },
  {
    at: { week: 1, day: 2, time: '14:00' },
    by: 'zainab',
    act: 'challenge',
    key: 'multipart',
    title: 'Uploading a photo: "Multipart form parse error - Invalid boundary in multipart: None"',
    details: lines(
      'From Postman it works. My code:',
      '```ts',
      'await fetch(url, {',
      "  method: 'POST',",
      "  headers: { 'Content-Type': 'multipart/form-data', Authorization: token },",
      '  body: formData,',
      '});',
      '```',
    ),
    tags: ['forms', 'drf', 'fetch', 'uploads'],
  },
  {
    at: { week: 1, day: 2, time: '14:35' },
    by: 'dawit',
    act: 'solve',
    key: 'multipart-no-header',
    challenge: 'multipart',
    solution:
      'Leave `Content-Type` out. The header must name the boundary between the parts, and only the browser knows which one it chose: given a `FormData` body it writes `multipart/form-data; boundary=…` itself. Your own header replaces that one, without the boundary, and Django cannot tell where a part ends.',
    link: 'https://developer.mozilla.org/en-US/docs/Web/API/FormData',
  },
  {
    at: { week: 1, day: 2, time: '15:10' },
    by: 'abena',
    act: 'solve',
    key: 'multipart-wrapper',
    challenge: 'multipart',
    solution: lines(
      'If a helper of yours sets JSON headers on everything, let it look at the body first:',
      '```ts',
      "if (!(body instanceof FormData)) headers.set('Content-Type', 'application/json');",
      '```',
      'That was my bug, two days long.',
    ),
  },
  {
    at: { week: 1, day: 2, time: '18:00' },
    by: 'zainab',
    act: 'accept',
    solution: 'multipart-no-header',
  },
  {
    at: { week: 1, day: 5, time: '15:25' },
    by: 'selam',
    act: 'challenge',
    key: 'pdf-amharic',
    title: 'PDF receipts show empty boxes instead of Amharic letters',
    details:
      'WeasyPrint renders the receipt from an HTML template. On my laptop the Amharic item names are fine; in the container (`python:3.13-slim`) each letter is an empty box, while Latin text is good. `<meta charset="utf-8">` is there, and the HTML itself looks right in the browser. What is the container missing, and how do I keep the image small?',
    tags: ['pdf', 'docker', 'fonts', 'unicode'],
  },
];
