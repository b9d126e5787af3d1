-- Schema 14: a photo of a visit of the team, and what was looked at of it.
INSERT INTO team_file(name, visit, file_name, file_url, bytes)
VALUES('FILE-1', 'FV-1', 'shelf.jpg', '/private/files/shelf.jpg', 3);
INSERT INTO team_file_content(file_url, bytes, content) VALUES('/private/files/shelf.jpg', 3, x'010203');
