"""From a cURL command, a page of documentation or an API: what a document, or a server, gets beside what it has."""
