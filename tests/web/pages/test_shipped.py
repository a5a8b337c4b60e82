def test_x(server):
    from urllib.request import urlopen
    from urllib.error import HTTPError
    import pytest
    for p in ("/static/pages.js","/static/nhsuk/nhsuk-frontend.min.css"):
        with urlopen(server.base+p) as r: print(p, r.status, r.headers, len(r.read()))
    for p in ("/nothing","/static/../app.py","/static/%2e%2e/app.py","/api/x"):
        with pytest.raises(HTTPError) as e: urlopen(server.base+p)
        print(p, e.value.code, e.value.read().decode()[-900:])
