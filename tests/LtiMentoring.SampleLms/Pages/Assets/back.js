top.location = document.getElementById('back').href;
