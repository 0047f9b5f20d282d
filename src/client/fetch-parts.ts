/**
 * Fetches a page of templates and puts them into this one, for `cloneTemplate`.
 *
 * @param path a page of the portal that holds nothing but templates
 * @throws Error when it does not answer
 */
export async function fetchParts(path: string): Promise<void> {
  const parts = await fetchDocument(path);
  document.body.append(...[...parts.querySelectorAll('template')].map((one) => document.adoptNode(one)));
}

/** Reads a page of the portal without running or showing it. `fetch` gives text, which Trusted Types let nobody parse. */
function fetchDocument(path: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.addEventListener('loadend', () => {
      const { responseXML: page, status } = request;
      if (status === 200 && page !== null) resolve(page);
      else reject(new Error(`${path} answered ${status}`));
    });
    request.send();
  });
}
